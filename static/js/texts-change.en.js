// What is asked before a delivery is changed, in English.

export const texts = {
  question: "Change your delivery?",
  consequence: (from, to) => `From ${from} to ${to}? You can change the time only once.`,
  yes: "Yes, change it",
  no: "No, keep it",
};
