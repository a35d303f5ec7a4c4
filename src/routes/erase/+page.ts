// plain HTML: the app would begin to keep things again
export const csr = false;
