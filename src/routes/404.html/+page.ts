// plain HTML at any address: nothing to load, nothing that can fail
export const csr = false;
export const trailingSlash = 'never';
