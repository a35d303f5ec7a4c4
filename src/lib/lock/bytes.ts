export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
export const bytesOfText = (text: string): Bytes => encoder.encode(text);

export { fromBase64, toBase64 } from '$lib/copy/bytes';
