// What the shop window says in Mexican Spanish.

const plants = (count) => (count === 1 ? "1 planta" : `${count} plantas`);

export const texts = {
  added: (name, count) => `Agregamos ${name}. Tienes ${plants(count)} en tu carrito.`,
  inCart: (count) => (count === 0 ? "" : `${count} en tu carrito`),
  atMost: (limit) => `Puedes pedir hasta ${limit} de cada planta.`,
  pricesIn: (currency) => `Ahora ves los precios en ${currency}.`,
  noLongerSold: "Ya no está a la venta",
  onlyUsPrices:
    "Por el momento no podemos mostrar los precios en otras monedas. Los ves en " +
    "dólares estadounidenses.",
};

export const page = {
  indexTitle: "ACME Potted Plants: plantas artesanales en maceta",
  indexDescription:
    "Seis plantas artesanales en maceta, entregadas en Estados Unidos y México en el " +
    "horario que tú elijas.",
  market: "País y moneda",
  heroAbove: "Plantas artesanales en maceta",
  heroTitle: "Un poco de verde, plantado a mano",
  heroText:
    "Seis plantas, cada una en una maceta hecha para ella. Elige las tuyas y luego " +
    "el día en que tocamos a tu puerta.",
  heroButton: "Conoce las seis plantas",
  promisePotted: "Preparadas a mano cuando haces tu pedido",
  promiseTime: "Entregadas el día y a la hora que elijas",
  promiseFollow: "Sigues tu pedido en vivo, paso a paso",
  plantsHeading: "Las seis",
  quantity: "Cantidad",
  add: "Agregar al carrito",
  LB001: "Frondas ligeras como plumas que llenan de verde cualquier rincón.",
  LB002: "Hojas anchas y brillantes para una habitación luminosa.",
  EX001: "Una planta alta que se roba las miradas, en maceta con borde dorado.",
  EX002: "Formado a mano durante años, un árbol a la vez.",
  BB001: "Un árbol pequeño para un escritorio o una repisa.",
  BB002: "Una planta noble y resistente para empezar.",
};
