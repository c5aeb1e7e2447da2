// What all pages say in Mexican Spanish: `texts` in scripts, `page` in HTML by data-text.

export const locale = "es-MX";

const plants = (count) => (count === 1 ? "1 planta" : `${count} plantas`);

export const texts = {
  cartCount: (count) => `, ${plants(count)}`,
  errorTitle: "Por favor, revisa lo siguiente",
  offline:
    "Parece que no tienes conexión. No se pierde nada; inténtalo de nuevo cuando la tengas.",
  noAnswer: "La tienda no respondió. No se pierde nada de lo que escribiste; inténtalo de nuevo.",
  busy:
    "La tienda está muy ocupada. No se pierde nada de lo que escribiste; inténtalo en un minuto.",
  refused: "No podemos aceptarlo así; por favor, revisa los datos que escribiste.",
  ourFault:
    "Algo falló de nuestro lado. No se pierde nada de lo que escribiste; inténtalo de nuevo.",
};

export const page = {
  skip: "Saltar al contenido",
  cart: "Carrito",
  offline: "No tienes conexión. Puedes seguir viendo esta página; no se pierde nada.",
  footerClaim:
    "Plantas artesanales en maceta, preparadas a mano. Las entregamos en Estados " +
    "Unidos y México el día que elijas.",
  footerPlants: "Nuestras plantas",
  footerCart: "Tu carrito",
  footerFind: "Busca tu pedido",
  footerHelp: "¿Dudas sobre tu pedido? Responde a cualquiera de nuestros correos y te ayudamos.",
  seePlants: "Ver nuestras plantas",
  tryAgain: "Intentar de nuevo",
  total: "Total",
};
