// What both pages of an order say in Mexican Spanish: its own and its delivery's.

export const texts = {
  next: {
    OrderCreated: "Tenemos tu pedido y lo estamos confirmando.",
    OrderPlaced: "Estamos consiguiendo tus plantas con nuestro proveedor.",
    StockCreated: "Tus plantas ya llegaron; estamos preparando la entrega.",
    OrderDeliverable: "Tus plantas están listas. Elige cuándo te las entregamos.",
    DeliveryBooked: "Las entregamos en el horario que reservaste.",
    changed: "Las entregamos en el nuevo horario que elegiste.",
  },
  cancelled: {
    DUE: (amount) => `Tu pedido está cancelado; te devolvemos ${amount}.`,
    DONE: (amount) => `Tu pedido está cancelado; ya te devolvimos ${amount}.`,
    REFUSED: (amount) =>
      `Tu pedido está cancelado. El banco no pudo devolverte ${amount}; lo resolvemos y te ` +
      "escribimos.",
    INVOICE: () =>
      "Tu pedido está cancelado. La factura queda sin efecto y no tienes que pagar nada.",
    other: () => "Tu pedido está cancelado; te devolvemos lo que hayas pagado.",
  },
};

export const page = {
  loadingOrder: "Buscando tu pedido…",
  badLink: "Este enlace no abre ningún pedido. Usa el enlace de nuestro correo más reciente.",
  findOrder: "Buscar mi pedido",
  order: "Pedido",
};
