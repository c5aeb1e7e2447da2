// What the order's page says in English.

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
  trackingInterrupted:
    "We can’t reach the shop at the moment, and keep trying. What you see may be old.",
  orderTitle: (orderId) => `Order ${orderId} – ACME Potted Plants`,
};
