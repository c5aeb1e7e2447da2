// What is said of the link to an order in Mexican Spanish.

export const texts = {
  copied: "Copiamos el enlace.",
  mailed: "El enlace va en camino al correo electrónico del pedido.",
};
