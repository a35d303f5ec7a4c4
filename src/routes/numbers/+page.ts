// plain HTML: nothing here is the app's
export const csr = false;
