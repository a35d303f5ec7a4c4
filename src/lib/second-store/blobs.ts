import { isBlobMark, type BlobMark, type Change } from './entries';

/** The same value with something else in place of some of its parts. */
function replaced(value: unknown, by: (part: object) => unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const other = by(value);
	if (other !== value) return other;
	if (Array.isArray(value)) return value.map((each) => replaced(each, by));
	if (Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, replaced(each, by)]));
}

const inChange = (change: Change, by: (part: object) => unknown): Change =>
	change.length === 2 ? change : [change[0], change[1], replaced(change[2], by)];

/** The change with a mark in place of each Blob. @param aside takes the Blob, and names it */
export const withMarks = (change: Change, aside: (blob: Blob) => string): Change =>
	inChange(change, (part) =>
		part instanceof Blob
			? ({ $blob: aside(part), size: part.size, type: part.type } satisfies BlobMark)
			: part
	);

/** The change with its Blobs; undefined when one of them is not to be had. */
export function withBlobs(change: Change, blobOf: (mark: BlobMark) => Blob | undefined): Change | undefined {
	let isWhole = true;
	const filled = inChange(change, (part) => {
		if (!isBlobMark(part)) return part;
		const blob = blobOf(part);
		isWhole &&= blob !== undefined;
		return blob;
	});
	return isWhole ? filled : undefined;
}

/** The names of all Blobs in it. */
export function namesOfBlobs(change: Change): string[] {
	const names: string[] = [];
	inChange(change, (part) => {
		if (isBlobMark(part)) names.push(part.$blob);
		return part;
	});
	return names;
}

/** All Blobs in a value of the database. */
export function blobsIn(value: unknown): Blob[] {
	const blobs: Blob[] = [];
	replaced(value, (part) => {
		if (part instanceof Blob) blobs.push(part);
		return part;
	});
	return blobs;
}
