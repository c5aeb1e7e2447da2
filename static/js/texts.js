// Every sentence that the scripts say, in one place, so that another language is another object.
// Sentences that can be read without JavaScript stand in the HTML.

export const locale = "en-US";

export const texts = {
  cartCount: (count) => `, ${plants(count)}`,
  added: (name, count) => `${name} added. ${plants(count)} in your cart.`,
  inCart: (count) => (count === 0 ? "" : `${count} in your cart`),
  atMost: (limit) => `You can order up to ${limit} of each plant.`,
  marketOption: (market) => `${countryName(market.market)} (${market.currency})`,
  pricesIn: (market) => `Prices are now in ${market.currency}.`,
  onlyUsPrices:
    "Prices in other currencies can’t be loaded at the moment. You see prices in US dollars.",

  unitPrice: (price) => `${price} each`,
  quantityOf: (name) => `Quantity of ${name}`,
  remove: "Remove",
  removed: (name, total) => `${name} removed. The total is ${total}.`,
  newTotal: (total) => `The total is ${total}.`,
  cartEmptied: "Your cart is empty now.",
  noLongerSold: (sku) => `${sku} is no longer sold and was taken out of your cart.`,

  customerTypes: { B2C: "A person", B2B: "A business" },
  businessCountries: (names) => `Businesses can order only in: ${names.join(", ")}.`,
  payment: {
    "B2C-US": (total) => `You pay ${total} now, through Blank of America.`,
    "B2C-MX": (total) => `You pay ${total} now, through El Banco Blanco.`,
    invoice: (total) => `You pay nothing now. We send your organization an invoice for ${total}.`,
    other: (total) => `You pay ${total} now.`,
  },
  placeOrder: { now: "Order and pay", invoice: "Order and get an invoice" },
  sending: "Sending your order…",
  busyRetry: (seconds) =>
    `Many people are ordering right now. We try again in ${seconds} s; please stay on this page.`,

  errorTitle: "Please look at this",
  missing: {
    name: "Enter your name",
    street: "Enter your street and number",
    city: "Enter your city",
    email: "Enter your e-mail address",
    phone: "Enter your phone number",
    orgNumber: "Enter your organization number",
    deliveryTime: "Choose one of the times",
  },
  wrong: {
    email: "Enter an e-mail address like name@example.com",
    orgNumber: "The organization number has 6 to 20 digits",
    quantity: (limit) => `Choose a quantity from 1 to ${limit}`,
  },

  offline: "You seem to be offline. Nothing is lost; try again when you are connected.",
  noAnswer: "We got no answer from the shop. Nothing you typed is lost; please try again.",
  busy: "The shop is very busy. Nothing you typed is lost; please try again in a minute.",
  ourFault: "Something went wrong on our side. Nothing you typed is lost; please try again.",
  declined: "Your payment was declined, and nothing was ordered. You can try again.",
  priceChanged:
    "Prices have changed. The cart shows the new ones; please look at the total and order again.",
  conflict:
    "We may already have an earlier order of yours. Look into your e-mail before you try again: " +
    "sending this once more makes a second order.",

  steps: {
    OrderCreated: "Order received",
    OrderPlaced: "Order placed",
    StockCreated: "Plants in stock",
    OrderDeliverable: "Ready for delivery",
    DeliveryBooked: "Delivery booked",
  },
  done: "done: ",
  trackingInterrupted:
    "We can’t reach the shop at the moment, and keep trying. What you see may be old.",
  orderTitle: (orderId) => `Order ${orderId} – ACME Potted Plants`,

  zone: (zone) => `All times are in your time zone: ${zone}.`,
  book: { first: "Book this time", change: "Change to this time" },
  booking: "Booking…",
  booked: "Your delivery is booked. We have sent you an e-mail.",
  when: "When",
  where: "Where",
  changeOnce: "You can change the time once.",
  changedAlready: "You have already changed the time once, so it stays as it is.",
  confirmChange: (from, to) => `From ${from} to ${to}. You can change the time only once.`,
};

function plants(count) {
  return count === 1 ? "1 plant" : `${count} plants`;
}

export function countryName(market) {
  return new Intl.DisplayNames(locale, { type: "region" }).of(market);
}
