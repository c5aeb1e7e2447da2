// What the cancelling of an order says in English.

export const texts = {
  question: "Cancel this order?",
  consequence: {
    PAID: "No plants will be delivered; what you paid goes back to you. This can’t be undone.",
    INVOICE: "No plants will be delivered, and the invoice becomes void. This can’t be undone.",
    other:
      "No plants will be delivered; whatever you paid goes back to you. This can’t be undone.",
  },
  yes: "Yes, cancel it",
  no: "No, keep it",
  cancelling: "Cancelling…",
  cancelled: "Your order is cancelled. We have sent you an e-mail.",
  tooLate:
    "Its delivery is booked by now, so it can no longer be cancelled here. " +
    "Please reply to any of our e-mails.",
};
