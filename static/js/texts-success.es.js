// What the order's page says in Mexican Spanish.

export const texts = {
  steps: {
    OrderCreated: "Recibido",
    OrderPlaced: "Confirmado",
    StockCreated: "En existencia",
    OrderDeliverable: "Listo para entregar",
    DeliveryBooked: "Entrega reservada",
    OrderCancelled: "Cancelado",
  },
  done: "hecho: ",
  toCome: "falta: ",
  trackingInterrupted:
    "Por el momento no podemos comunicarnos con la tienda; seguimos intentando. " +
    "Lo que ves puede no estar al día.",
  orderTitle: (orderId) => `Pedido ${orderId} – ACME Potted Plants`,
};

export const page = {
  orderTitle: "Tu pedido – ACME Potted Plants",
  orderDescription: "En qué va tu pedido.",
  orderPageHeading: "Tu pedido",
  thanks: "¡Gracias! Aquí puedes ver en todo momento en qué van tus plantas.",
  noLink: "Gracias por tu compra. El enlace a tu pedido está en el correo que te enviamos.",
  progressHeading: "Qué sigue",
  chooseTime: "Elegir horario de entrega",
  mailLinkWhy:
    "¿Es tu pedido? Para elegir el horario o cancelarlo, abre el enlace de nuestro correo. " +
    "Si quieres, te lo enviamos de nuevo.",
  mailLink: "Enviarme el enlace por correo",
  delivery: "Entrega",
  keepHeading: "Guarda el enlace",
  keepBefore: "Vuelve cuando quieras con",
  keepLink: "el enlace a este pedido",
  keepAfter: "Quien lo tenga puede ver esta página, pero no cambiar nada.",
  copyLink: "Copiar el enlace",
  cancelOrder: "Cancelar este pedido",
};
