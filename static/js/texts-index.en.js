// What the shop window says in English.

const plants = (count) => (count === 1 ? "1 plant" : `${count} plants`);

export const texts = {
  added: (name, count) => `${name} added. ${plants(count)} in your cart.`,
  inCart: (count) => (count === 0 ? "" : `${count} in your cart`),
  atMost: (limit) => `You can order up to ${limit} of each plant.`,
  pricesIn: (currency) => `Prices are now in ${currency}.`,
  noLongerSold: "No longer sold",
  onlyUsPrices:
    "Prices in other currencies can’t be loaded at the moment. You see prices in US dollars.",
};
