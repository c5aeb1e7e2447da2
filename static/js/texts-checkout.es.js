// What is said in Mexican Spanish while the cart is ordered, and of an order whose answer was lost.

export const texts = {
  sending: "Enviando tu pedido…",
  busyRetry: (seconds) =>
    `Hay muchas personas haciendo pedidos. No cierres esta página: lo intentaremos ` +
    `de nuevo en ${seconds} s.`,
  declined: "Tu pago fue rechazado y no se pidió nada. Puedes intentarlo de nuevo.",
  priceChanged:
    "El total cambió: el carrito muestra los precios de hoy. Revísalo y haz tu pedido de nuevo.",
  character: (name) => `Por favor, quita el carácter ${name}, que aquí no podemos usar`,
  asking: "Estamos averiguando qué pasó con el pedido que enviaste…",
  placed: (orderId) => `Ya tenemos tu pedido ${orderId}`,
  placedText:
    "Lo recibimos; solo se perdió nuestra respuesta a esta página. Nada se pidió dos veces. Un " +
    "segundo pedido se cobraría aparte.",
  show: "Ver el pedido",
  another: "Hacer un segundo pedido",
  doubt: "¿Pedir por segunda vez?",
  doubtText:
    "Es posible que ya tengamos un pedido tuyo. Revisa tu correo antes de seguir: esto hace un " +
    "segundo pedido.",
  doubtYes: "Sí, pedir de nuevo",
  doubtNo: "No, ahora no",
};
