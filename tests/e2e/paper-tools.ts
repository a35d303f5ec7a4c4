import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import decodeQR from 'qr/decode.js';

/** The tools that read a printed page: Debian's poppler-utils and zbar-tools. */
export const missingTools = ['pdfinfo', 'pdftoppm', 'pdftotext', 'zbarimg'].filter(
	(tool) => !existsSync(`/usr/bin/${tool}`)
);

export function pagesIn(pdf: string): number {
	return Number(/^Pages:\s+(\d+)$/m.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]);
}

/** The words of a print, each gap as one space. */
export function textIn(pdf: string): string {
	const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
	return text.replace(/\s+/g, ' ');
}

/** A word as it is printed, in points from the top left of its page. */
export interface PrintedWord {
	page: number;
	text: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Every word of a print with its place, and how large its pages are. */
export function wordsIn(pdf: string): { words: PrintedWord[]; sizes: { width: number; height: number }[] } {
	const told = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
	const words: PrintedWord[] = [];
	const sizes: { width: number; height: number }[] = [];
	const number = (tag: string, name: string) => Number(new RegExp(` ${name}="([\\d.-]+)"`).exec(tag)?.[1]);
	const marks: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
	for (const [tag, body] of told.matchAll(/<page [^>]*>|<word [^>]*>([^<]*)<\/word>/g)) {
		if (tag.startsWith('<page')) sizes.push({ width: number(tag, 'width'), height: number(tag, 'height') });
		else
			words.push({
				page: sizes.length,
				text: body!.replace(/&(lt|gt|quot|apos|amp);/g, (_, mark: string) => marks[mark]!),
				left: number(tag, 'xMin'),
				top: number(tag, 'yMin'),
				right: number(tag, 'xMax'),
				bottom: number(tag, 'yMax')
			});
	}
	return { words, sizes };
}

export type Ink = 'gray' | 'mono';

/** The last page, which has the code, as a scanner or a copier sees it. */
export function scanOf(pdf: string, ink: Ink, dpi = 150): string {
	const root = `${pdf}-${ink}`;
	const last = String(pagesIn(pdf));
	execFileSync('pdftoppm', ['-r', String(dpi), '-f', last, '-l', last, `-${ink}`, '-singlefile', pdf, root], {
		stdio: 'ignore'
	});
	return `${root}.${ink === 'gray' ? 'pgm' : 'pbm'}`;
}

/** A picture as shades from 0 (black) to 255, row by row. */
export function shadesOf(scan: string): { width: number; height: number; shades: Uint8Array } {
	const file = readFileSync(scan);
	const head = /^P([45])\s+(\d+)\s+(\d+)\s+(?:255\s)?/.exec(file.toString('latin1', 0, 40))!;
	const [width, height] = [Number(head[2]), Number(head[3])];
	const body = file.subarray(head[0].length);
	if (head[1] === '5') return { width, height, shades: body };
	const bytesInRow = Math.ceil(width / 8);
	const shades = new Uint8Array(width * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			shades[y * width + x] = (body[y * bytesInRow + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 0 : 255;
	return { width, height, shades };
}

/** The text of the code on a page, by the decoder of the app. */
export function decodedByApp(scan: string): string {
	const { width, height, shades } = shadesOf(scan);
	const data = new Uint8Array(width * height * 4);
	shades.forEach((shade, at) => data.fill(shade, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4));
	return decodeQR({ width, height, data });
}

/** The same, by an independent decoder. */
export function decodedByZbar(scan: string): string {
	return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', scan], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	}).trim();
}

/** Writes a print to disk and returns its path, for the other tools. */
export function keep(path: string, pdf: Uint8Array | string): string {
	writeFileSync(path, pdf);
	return path;
}
