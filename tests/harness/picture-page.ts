import { preparePictures, type Prepared } from '$lib/platform/picture';
import { canRecord, record, type Recording } from '$lib/platform/recorder';

/** What became of one file: its bytes as the page would keep them, and what is seen in the middle of each quarter. */
export interface Shown {
	name: string;
	trouble?: string;
	width: number;
	height: number;
	/** Base64: what would be kept. */
	picture: string;
	thumbnail: string;
	/** Top left, top right, bottom left, bottom right: red, green, blue. Of the picture, then of its thumbnail. */
	seen: number[][];
	seenSmall: number[][];
	smallSize: [width: number, height: number];
}

async function look(blob: Blob): Promise<{ seen: number[][]; size: [number, number] }> {
	const image = new Image();
	image.src = URL.createObjectURL(blob);
	await image.decode();
	URL.revokeObjectURL(image.src);
	const { naturalWidth: width, naturalHeight: height } = image;
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	context.drawImage(image, 0, 0);
	const places = [1, 3].flatMap((down) => [1, 3].map((right) => [(width * right) / 4, (height * down) / 4]));
	const seen = places.map(([x, y]) => [...context.getImageData(x!, y!, 1, 1).data.slice(0, 3)]);
	return { seen, size: [width, height] };
}

async function inLetters(blob: Blob): Promise<string> {
	const bytes = new Uint8Array(await blob.arrayBuffer());
	let letters = '';
	for (let at = 0; at < bytes.length; at += 8192)
		letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return btoa(letters);
}

async function shown(name: string, prepared: Prepared): Promise<Shown> {
	const empty = { name, width: 0, height: 0, picture: '', thumbnail: '', seen: [], seenSmall: [] };
	if ('trouble' in prepared) return { ...empty, trouble: prepared.trouble, smallSize: [0, 0] };
	const { picture, thumbnail, width, height } = prepared;
	const [large, small] = [await look(picture), await look(thumbnail)];
	return {
		name,
		width,
		height,
		picture: await inLetters(picture),
		thumbnail: await inLetters(thumbnail),
		seen: large.seen,
		seenSmall: small.seen,
		smallSize: small.size
	};
}

/** The app's own doors to pictures and to the microphone, on a page with nothing else. */
export const pictures = {
	/** Takes what was chosen in the one field of the page; stops after so many when asked to. */
	prepare: async (stopAfter = Infinity): Promise<Shown[]> => {
		const input = document.querySelector('input')!;
		const made: Shown[] = [];
		const stop = new AbortController();
		if (stopAfter === 0) stop.abort();
		for await (const { file, prepared } of preparePictures([...input.files!], stop.signal)) {
			made.push(await shown(file.name, prepared));
			if (made.length >= stopAfter) stop.abort();
		}
		return made;
	},
	canRecord,
	record
};

export type PictureHarness = typeof pictures & { recording?: Recording };
Object.assign(globalThis, { pictures });
