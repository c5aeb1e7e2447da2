// What is said in English while the cart is ordered, and of an order whose answer was lost.

export const texts = {
  sending: "Sending your order…",
  busyRetry: (seconds) =>
    `Many people are ordering right now. Please stay on this page: we try again by ` +
    `ourselves in ${seconds} s.`,
  declined: "Your payment was declined, and nothing was ordered. You can try again.",
  priceChanged:
    "The total has changed: the cart shows today’s prices. Please look at it and order again.",
  character: (name) => `Please leave out the character ${name}, which we can’t use here`,
  asking: "We are finding out what became of the order you sent…",
  placed: (orderId) => `Your order ${orderId} was placed`,
  placedText:
    "We have it; only our answer to this page was lost. Nothing was ordered twice. A second " +
    "order would be charged for itself.",
  show: "See the order",
  another: "Begin a second order",
  doubt: "Order a second time?",
  doubtText:
    "We may already have an earlier order of yours. Please look into your e-mail first: this " +
    "makes a second order.",
  doubtYes: "Yes, order again",
  doubtNo: "No, not now",
};
