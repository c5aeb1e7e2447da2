// What the scripts of all pages say in English, with the keys of their Spanish twin.

export const locale = "en-US";

const plants = (count) => (count === 1 ? "1 plant" : `${count} plants`);

export const texts = {
  cartCount: (count) => `, ${plants(count)}`,
  errorTitle: "Please look at this",
  offline: "You seem to be offline. Nothing is lost; try again when you are connected.",
  noAnswer: "We got no answer from the shop. Nothing you typed is lost; please try again.",
  busy: "The shop is very busy. Nothing you typed is lost; please try again in a minute.",
  refused: "We can’t accept this as it is; please look at what you entered.",
  ourFault: "Something went wrong on our side. Nothing you typed is lost; please try again.",
};
