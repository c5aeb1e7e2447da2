// What the page of what isn't there says in Mexican Spanish.

export const texts = {};

export const page = {
  lostTitle: "Página no encontrada – ACME Potted Plants",
  lostDescription: "Esta página no existe.",
  lostHeading: "Esta página no está aquí",
  lostText: "Quizá cambió de lugar, o la dirección tiene un error.",
};
