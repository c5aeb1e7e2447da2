// What is said of the link to an order in English.

export const texts = {
  copied: "The link is copied.",
  mailed: "The link is on its way to the e-mail address of the order.",
};
