// What the scripts of the page of what isn't there say in English: nothing.

export const texts = {};
