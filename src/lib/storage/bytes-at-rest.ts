/** How the bytes of a picture or a sound lie in the database: as they are, or sealed under a lock. */
export interface BytesAtRest {
	/** @param table of the record that they belong to, wherever they lie */
	seal(table: string, id: string, blob: Blob): Promise<Blob>;
	/** Undefined where there are none, or they cannot be opened: that is told as missing. */
	open(table: string, id: string, blob: Blob | undefined): Promise<Blob | undefined>;
}

export const plainBytes: BytesAtRest = {
	seal: (_table, _id, blob) => Promise.resolve(blob),
	open: (_table, _id, blob) => Promise.resolve(blob)
};
