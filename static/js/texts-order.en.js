// What the order's and the delivery's page say in English.

export const texts = {
  steps: {
    OrderCreated: "Received",
    OrderPlaced: "Placed",
    StockCreated: "In stock",
    OrderDeliverable: "Ready for delivery",
    DeliveryBooked: "Delivery booked",
    OrderCancelled: "Cancelled",
  },
  done: "done: ",
  toCome: "to come: ",
  next: {
    OrderCreated: "We have your order and are placing it.",
    OrderPlaced: "We are getting your plants from the stockist.",
    StockCreated: "Your plants have arrived; we are preparing the delivery.",
    OrderDeliverable: "Your plants are ready. Choose when we may deliver.",
    DeliveryBooked: "We deliver at the time you booked; you may change it once.",
    OrderCancelled: "Your order is cancelled; what you paid goes back to you.",
    changed: "We deliver at the time you changed to.",
  },
  trackingInterrupted:
    "We can’t reach the shop at the moment, and keep trying. What you see may be old.",
  orderTitle: (orderId) => `Order ${orderId} – ACME Potted Plants`,
  linkCopied: "The link is copied.",

  chooseTime: "Choose one of the times",
  zone: (zone) => `All times are in this time zone: ${zone}.`,
  book: { first: "Book this time", change: "Change to this time" },
  booking: "Booking…",
  booked: "Your delivery is booked. We have sent you an e-mail.",
  taken: "Somebody was faster: that time has just been taken. Please choose another one.",
  limitReached: "The time was changed once already and can’t be changed again.",
  notDeliverable: "Your plants can’t be delivered yet, so no time was booked.",
  when: "When",
  where: "Where",
  changeOnce: "You can change the time once.",
  changedAlready: "You have already changed the time once, so it stays as it is.",
  confirmChange: (from, to) => `From ${from} to ${to}? You can change the time only once.`,
};
