// plain HTML: there is only a choice to make
export const csr = false;
