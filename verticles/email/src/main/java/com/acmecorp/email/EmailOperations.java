package com.acmecorp.email;

import com.acmecorp.platform.database.Operation;

/** What the email context asks of the database. */
final class EmailOperations {

    static final Operation GET_ORDER = new Operation("""
                    query GetOrder($id: Long!) {
                      getOrder(id: $id) { customerMarket orderedProducts totalPrice testId }
                    }""");

    static final Operation KEEP = new Operation("""
                    mutation KeepEmail(
                      $orderId: Long!, $template: String!, $revision: String!, $recipient: String!,
                      $subject: String!, $text: String!, $html: String!, $keepOnly: Boolean!
                    ) {
                      keepEmail(
                        email: {
                          orderId: $orderId, template: $template, revision: $revision,
                          recipient: $recipient, subject: $subject, text: $text, html: $html,
                          keepOnly: $keepOnly
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
