// What the page that finds an order says in English.

export const texts = {
  missing: {
    orderId: "Enter the number of your order, which is digits only",
    email: "Enter your e-mail address",
  },
  wrong: { email: "Enter an e-mail address like name@example.com" },
  asking: "Asking…",
};
