package com.acmecorp.email;

import com.acmecorp.platform.database.Operation;

/** What the email context asks of the database. */
final class EmailOperations {

    static final Operation GET_ORDER = new Operation("""
                    query GetOrder($id: Long!) {
                      getOrder(id: $id) {
                        customerState customerPostalCode customerLanguage
                        customerMarket orderedProducts totalPrice testId linkGeneration
                        charged { amount currency }
                      }
                      getPayment(orderId: $id) { amount currency }
                    }""");

    static final Operation WAITING_ORDERS = new Operation("""
                    query GetWaitingOrders($from: Long!, $until: Long!, $after: Long!, $limit: Int!) {
                      getWaitingOrders(from: $from, until: $until, after: $after, limit: $limit) {
                        orderId sinceMs
                      }
                    }""");

    static final Operation GET_WAITING_ORDER = new Operation("""
                    query GetWaitingOrder($id: Long!) {
                      getOrder(id: $id) {
                        customerName customerEmail customerLanguage customerMarket status
                        deliveryTime testId linkGeneration
                      }
                    }""");

    static final Operation GET_CONTACT = new Operation("""
                    query GetContact($id: Long!) {
                      getContact(id: $id) {
                        name email street city state postalCode language linkGeneration
                      }
                    }""");

    static final Operation ASKED_MAILS = new Operation("""
                    query GetAskedMails($after: Long, $limit: Int!) {
                      getAskedMails(after: $after, limit: $limit) { orderId template revision }
                    }""");

    /** All that a mail must know which nobody tells it. */
    static final Operation GET_HISTORY = new Operation("""
                    query GetHistory($id: Long!) {
                      getContact(id: $id) {
                        name email street city state postalCode language market testId
                        linkGeneration
                      }
                      getTimeline(id: $id) { event detail }
                    }""");

    static final Operation SEND_AGAIN = new Operation("""
                    mutation SendMailAgain($id: Long!, $template: String!, $by: Operator!) {
                      sendMailAgain(id: $id, template: $template, by: $by) {
                        orderId template revision
                      }
                    }""");

    static final Operation KEEP = new Operation("""
                    mutation KeepEmail(
                      $orderId: Long!, $template: String!, $revision: String!, $recipient: String!,
                      $subject: String!, $text: String!, $keepOnly: Boolean!, $sender: EmailSender
                    ) {
                      keepEmail(
                        email: {
                          orderId: $orderId, template: $template, revision: $revision,
                          recipient: $recipient, subject: $subject, text: $text,
                          keepOnly: $keepOnly, sender: $sender
                        }
                      )
                    }""");

    static final Operation MARK_SENT = new Operation("""
                    mutation MarkEmailSent(
                      $orderId: Long!, $template: String!, $revision: String!
                    ) {
                      markEmailSent(orderId: $orderId, template: $template, revision: $revision)
                    }""");

    private EmailOperations() {}
}
