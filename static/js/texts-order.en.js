// What both pages of an order say in English: its own and its delivery's.

export const texts = {
  next: {
    OrderCreated: "We have your order and are placing it.",
    OrderPlaced: "We are getting your plants from the stockist.",
    StockCreated: "Your plants have arrived; we are preparing the delivery.",
    OrderDeliverable: "Your plants are ready. Choose when we may deliver.",
    DeliveryBooked: "We deliver at the time you booked.",
    changed: "We deliver at the time you changed to.",
  },
  cancelled: {
    DUE: (amount) => `Your order is cancelled; ${amount} goes back to you.`,
    DONE: (amount) => `Your order is cancelled; ${amount} was given back to you.`,
    REFUSED: (amount) =>
      `Your order is cancelled. The bank couldn’t give ${amount} back; we see to it and write ` +
      "to you.",
    INVOICE: () => "Your order is cancelled. Its invoice is void, and you have nothing to pay.",
    other: () => "Your order is cancelled; whatever you paid goes back to you.",
  },
};
