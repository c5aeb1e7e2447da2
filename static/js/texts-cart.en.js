// What the cart says in English.

export const texts = {
  unitPrice: (price) => `${price} each`,
  quantityOf: (name) => `Quantity of ${name}`,
  remove: "Remove",
  removed: (name, total) => `${name} removed. The total is ${total}.`,
  newTotal: (total) => `The total is ${total}.`,
  cartEmptied: "Your cart is empty now.",
  noLongerSold: (name) => `${name} is no longer sold and was taken out of your cart.`,
  changedElsewhere: "Your cart was changed in another tab.",
  customerTypes: { B2C: "A person", B2B: "A business" },
  businessCountries: (names) => `Businesses can order only in: ${names.join(", ")}.`,
  payment: {
    "B2C-US": (total) => `You pay ${total} now, through Blank of America.`,
    "B2C-MX": (total) => `You pay ${total} now, through El Banco Blanco.`,
    invoice: (total) => `You pay nothing now. We send your organization an invoice for ${total}.`,
    other: (total) => `You pay ${total} now.`,
  },
  placeOrder: { now: "Order and pay", invoice: "Order and get an invoice" },
  missing: {
    name: "Enter your name",
    street: "Enter your street and number",
    city: "Enter your city",
    email: "Enter your e-mail address",
    phone: "Enter your phone number",
    orgNumber: "Enter your organization number",
  },
  wrong: {
    name: "Write the name in one line of at most 200 characters",
    street: "Write the street in one line of at most 200 characters",
    city: "Write the city in one line of at most 100 characters",
    email: "Enter an e-mail address like name@example.com",
    phone: "Enter a phone number like +1 (555) 010-9999",
    orgNumber: "The organization number has 6 to 20 digits",
    quantity: (limit) => `Choose a quantity from 1 to ${limit}`,
  },
};
