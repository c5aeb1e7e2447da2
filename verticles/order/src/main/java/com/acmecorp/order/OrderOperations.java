package com.acmecorp.order;

import com.acmecorp.platform.database.Operation;

/** What the order context asks of the database. */
final class OrderOperations {

    static final Operation ALLOCATE_IDS = new Operation(
            "mutation AllocateOrderIds($count: Int!) { allocateOrderIds(count: $count) }");

    static final Operation FIND_ACCEPTED = new Operation("""
            query FindAcceptedOrder($idempotency: IdempotencyClaim!) {
              findAcceptedOrder(idempotency: $idempotency)
            }""");

    static final Operation GET_OUTCOME = new Operation("""
            query GetOrderOutcome($key: String!, $email: String!) {
              getOrderOutcome(key: $key, email: $email) { state orderId linkGeneration }
            }""");

    static final Operation ACCEPT = new Operation("""
            mutation AcceptOrder($order: AcceptedOrder!, $idempotency: IdempotencyClaim) {
              acceptOrder(order: $order, idempotency: $idempotency) { orderId accepted }
            }""");

    static final Operation OPEN_PAYMENT = new Operation("""
            mutation OpenPayment($order: AcceptedOrder!, $payment: PaymentRequest!, $idempotency: IdempotencyClaim) {
              openPayment(order: $order, payment: $payment, idempotency: $idempotency) { orderId open }
            }""");

    static final Operation SETTLE_PAYMENT = new Operation("""
            mutation SettlePayment($orderId: Long!, $reference: String!) {
              settlePayment(orderId: $orderId, reference: $reference)
            }""");

    static final Operation GIVE_UP_PAYMENT = new Operation(
            "mutation GiveUpPayment($orderId: Long!) { giveUpPayment(orderId: $orderId) }");

    static final Operation END_PAYMENT = new Operation("""
            mutation EndPayment($orderId: Long!, $refusal: String) {
              endPayment(orderId: $orderId, refusal: $refusal)
            }""");

    static final Operation BEGIN_REFUND = new Operation("""
            mutation BeginRefund($orderId: Long!) { beginRefund(orderId: $orderId) { provider state } }""");

    static final Operation END_REFUND = new Operation("""
            mutation EndRefund($orderId: Long!, $refusal: String) {
              endRefund(orderId: $orderId, refusal: $refusal) { state }
            }""");

    private static final String REFUND = "orderId state provider amount currency refusal byHand";

    static final Operation SETTLE_REFUND = new Operation("""
            mutation SettleRefund($orderId: Long!, $reason: String!) {
              settleRefund(orderId: $orderId, reason: $reason) { %s }
            }""".formatted(REFUND));

    static final Operation ASK_REFUND_AGAIN = new Operation("""
            mutation AskRefundAgain($orderId: Long!) { askRefundAgain(orderId: $orderId) { %s } }""".formatted(REFUND));

    static final Operation TAKE_OVER_PAYMENTS = new Operation("""
            mutation TakeOverPayments($limit: Int!) {
              takeOverPayments(limit: $limit) { orderId provider givenUp canBeAskedAgain attempts }
            }""");

    private static final String PLACE_DOCUMENT = """
            mutation PlaceOrder(
              $orderId: Long, $name: String!, $email: String!, $phone: String!, $street: String!, $city: String!,
              $state: String, $postalCode: String, $language: String, $customerType: String!, $market: String!,
              $products: String!, $totalPrice: Long!,
              $orgNumber: BigInteger, $orgNumberText: String, $testId: Long, $traceparent: String,
              $acceptedAtMs: Long, $charged: MoneyInput
            ) {
              placeOrder(
                orderId: $orderId, name: $name, email: $email, phone: $phone, street: $street, city: $city,
                state: $state, postalCode: $postalCode, language: $language, customerType: $customerType,
                market: $market, products: $products, totalPrice: $totalPrice,
                orgNumber: $orgNumber, orgNumberText: $orgNumberText, testId: $testId, traceparent: $traceparent,
                acceptedAtMs: $acceptedAtMs, charged: $charged
              ) { %s }
            }""";

    private static final String WHOLE_ORDER = """
            orderId customerName customerEmail customerPhone customerStreet customerCity customerState customerPostalCode
            customerLanguage customerType customerMarket orderedProducts totalPrice deliveryTime status orgNumber
            orgNumberText testId""";

    static final Operation PLACE = new Operation(PLACE_DOCUMENT.formatted("orderId"));

    /** Not to be repeated: without an order id each run places another order. */
    static final Operation PLACE_AND_SHOW = Operation.once(PLACE_DOCUMENT.formatted(WHOLE_ORDER));

    static final Operation UPDATE_STATUS = new Operation("""
            mutation UpdateOrderStatus($id: Long!, $status: OrderStatus!) {
              updateOrderStatus(id: $id, status: $status) { orderId status }
            }""");

    static final Operation CANCEL = new Operation(
            "mutation CancelOrder($id: Long!, $linkGeneration: Long) { cancelOrder(id: $id, linkGeneration: $linkGeneration) { orderId status } }");

    static final Operation GET_MONEY = new Operation("""
            query GetMoney($orderId: Long!) {
              getPayment(orderId: $orderId) { amount currency }
              getRefund(orderId: $orderId) { state amount currency }
            }""");

    static final Operation TIMELINE = new Operation("""
            query GetTimeline($id: Long!) {
              getTimeline(id: $id) { event occurredAtMs detail }
              getContact(id: $id) { linkGeneration state postalCode }
            }""");

    static final Operation GET_LINK_GENERATION =
            new Operation("query GetLinkGeneration($id: Long!) { getLinkGeneration(id: $id) }");

    static final Operation GET_CONTACT = new Operation("""
            query GetContact($id: Long!) { getContact(id: $id) { email linkGeneration } }""");

    static final Operation ASK_FOR_LINKS =
            new Operation("mutation AskForLinks($id: Long!) { askForLinks(id: $id) }");

    static final Operation CORRECT_CONTACT = new Operation("""
            mutation CorrectContact($id: Long!, $contact: ContactData!, $by: Operator!) {
              correctContact(id: $id, contact: $contact, by: $by) {
                orderId customerName customerEmail customerPhone customerStreet customerCity customerState
                customerPostalCode customerLanguage status
              }
            }""");

    static final Operation NEW_LINKS = new Operation("""
            mutation NewLinks($id: Long!, $by: Operator!) {
              newLinks(id: $id, by: $by) { orderId linkGeneration }
            }""");

    static final Operation CANCEL_ANYWAY = new Operation("""
            mutation CancelOrder($id: Long!, $by: Operator!) {
              cancelOrder(id: $id, by: $by) { orderId status }
            }""");

    static final Operation OPERATOR_ACTIONS = new Operation("""
            query GetOperatorActions($id: Long!) {
              getOperatorActions(orderId: $id) { number action operator reason before after actedAtMs }
            }""");

    private OrderOperations() {}
}
