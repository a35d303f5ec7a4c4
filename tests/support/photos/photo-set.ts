import { jpeg } from './jpeg.ts';
import { canary, exif, iptc, packed, xmp } from './metadata.ts';
import { png } from './png.ts';
import { quarters, uprightSizeOf, type Quarter, type Rgb, type Scene } from './scene.ts';
import { webp } from './webp.ts';

type Trouble = 'notAPicture' | 'heic' | 'broken' | 'tooBig';

/** A file as a person may choose it, and the expected result. */
export interface PhotoFile {
	name: string;
	/** What it claims to be. */
	type: string;
	/** Made on demand: all of them together would fill the memory. */
	bytes: () => Buffer;
	becomes: { width: number; height: number; quarters: Record<Quarter, Rgb> } | { trouble: Trouble };
}

const most = 1600;

function kept(scene: Scene): PhotoFile['becomes'] {
	const [w, h] = uprightSizeOf(scene);
	const scale = Math.min(1, most / Math.max(w, h));
	return { width: Math.round(w * scale), height: Math.round(h * scale), quarters };
}

const text = (value: string) => Buffer.from(value, 'latin1');
const thumbnail = () => jpeg({ width: 160, height: 120, orientation: 1 });
const jpegExif = (orientation: number, order: 'II' | 'MM', hasThumbnail: boolean) =>
	Buffer.concat([
		text('Exif\0\0'),
		exif({ orientation, order, ...(hasThumbnail && { thumbnail: thumbnail() }) })
	]);

type Variant = (index: number, scene: Scene) => Omit<PhotoFile, 'becomes'>;

/** As phones and editors write them: each carries something else besides the picture. */
const variants: readonly Variant[] = [
	(index, scene) => ({
		name: `telephone-${index}.jpg`,
		type: 'image/jpeg',
		bytes: () =>
			jpeg({
				...scene,
				segments: [
					[0xe1, jpegExif(scene.orientation, index % 2 ? 'MM' : 'II', true)],
					[0xe1, Buffer.concat([text('http://ns.adobe.com/xap/1.0/\0'), xmp()])]
				]
			})
	}),
	(index, scene) => ({
		name: `edited-${index}.jpeg`,
		type: 'image/jpeg',
		bytes: () =>
			jpeg({
				...scene,
				segments: [
					[0xe0, Buffer.concat([text('JFXX\0\x10'), thumbnail()])],
					[0xed, iptc()],
					[0xe1, jpegExif(scene.orientation, index % 2 ? 'II' : 'MM', false)],
					[0xfe, text(`comment ${canary}`)],
					[0xec, text(`Ducky ${canary}`)]
				],
				trailer: Buffer.concat([text(`MotionPhoto_Data${canary}`), thumbnail()])
			})
	}),
	(index, scene) => ({
		name: `screen-${index}.png`,
		type: 'image/png',
		bytes: () =>
			png({
				...scene,
				chunks: [
					['eXIf', exif({ orientation: scene.orientation, order: index % 2 ? 'II' : 'MM' })],
					['tEXt', text(`Author\0${canary}`)],
					['zTXt', Buffer.concat([text('Comment\0\0'), packed(canary)])],
					['iTXt', Buffer.concat([text('XML:com.adobe.xmp\0\0\0\0\0'), xmp()])],
					['tIME', Buffer.from([0x07, 0xea, 11, 21, 9, 30, 0])]
				]
			})
	}),
	(index, scene) => ({
		name: `web-${index}.webp`,
		type: 'image/webp',
		bytes: () =>
			webp({
				...scene,
				exif: exif({
					orientation: scene.orientation,
					order: index % 2 ? 'MM' : 'II',
					thumbnail: thumbnail()
				}),
				xmp: xmp()
			})
	}),
	// its name and type are wrong; its bytes are not
	(index, scene) => ({
		name: `renamed-${index}.png`,
		type: 'image/png',
		bytes: () => jpeg({ ...scene, segments: [[0xe1, jpegExif(scene.orientation, 'MM', true)]] })
	})
];

/** Each kind in turn, turned one step further once all kinds were made. */
function photo(index: number, width: number, height: number): PhotoFile {
	const scene = { width, height, orientation: (Math.floor(index / variants.length) % 8) + 1 };
	return { ...variants[index % variants.length]!(index, scene), becomes: kept(scene) };
}

/** Files that are wrong, or nearly: each must be stored whole, or refused by name. */
export function oddities(): PhotoFile[] {
	const wide = { width: 9504, height: 6336, orientation: 6 };
	const turned = { width: 640, height: 480, orientation: 6 };
	const held = { width: 640, height: 480, orientation: 1 };
	const whole = () => jpeg({ width: 800, height: 600, orientation: 1 });
	return [
		{
			name: 'sixty-megapixels.jpg',
			type: 'image/jpeg',
			bytes: () => jpeg({ ...wide, segments: [[0xe1, jpegExif(6, 'MM', true)]] }),
			becomes: kept(wide)
		},
		{
			name: 'see-through.png',
			type: 'image/png',
			bytes: () => png({ width: 640, height: 480, orientation: 1, isSeeThrough: true }),
			becomes: {
				width: 640,
				height: 480,
				quarters: { ...quarters, bottomRight: [255, 255, 255] }
			}
		},
		{
			name: 'letter.jpg',
			type: 'image/jpeg',
			bytes: () => Buffer.from('Dear Julie, this is a letter and no picture at all.\n'.repeat(40)),
			becomes: { trouble: 'notAPicture' }
		},
		{
			name: 'nothing.jpg',
			type: 'image/jpeg',
			bytes: () => Buffer.alloc(0),
			becomes: { trouble: 'notAPicture' }
		},
		{
			name: 'drawing.jpg',
			type: 'image/jpeg',
			bytes: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
			becomes: { trouble: 'notAPicture' }
		},
		{
			name: 'broken.jpg',
			type: 'image/jpeg',
			bytes: () => whole().subarray(0, 300),
			becomes: { trouble: 'broken' }
		},
		{
			// as some panoramas come
			name: 'without-its-end.jpg',
			type: 'image/jpeg',
			bytes: () => jpeg({ ...turned, segments: [[0xe1, jpegExif(6, 'MM', true)]] }).subarray(0, -2),
			becomes: kept(turned)
		},
		{
			name: 'without-its-end-and-filled-up.jpg',
			type: 'image/jpeg',
			bytes: () => Buffer.concat([jpeg(held).subarray(0, -1), Buffer.alloc(64)]),
			becomes: kept(held)
		},
		{
			// the second picture of a telephone with two lenses
			name: 'without-its-end-before-another.jpg',
			type: 'image/jpeg',
			bytes: () => Buffer.concat([jpeg(held).subarray(0, -2), thumbnail()]),
			becomes: kept(held)
		},
		{
			name: 'odd-bytes-between.jpg',
			type: 'image/jpeg',
			bytes: () => {
				const bytes = jpeg({ ...held, segments: [[0xfd, text(canary)]] });
				return Buffer.concat([bytes.subarray(0, 20), Buffer.from([0, 0, 0]), bytes.subarray(20)]);
			},
			becomes: kept(held)
		},
		{
			name: 'half.jpg',
			type: 'image/jpeg',
			bytes: () => {
				const bytes = whole();
				return bytes.subarray(0, bytes.length / 2);
			},
			becomes: { trouble: 'broken' }
		},
		{
			name: 'broken.png',
			type: 'image/png',
			bytes: () => {
				const bytes = png({ width: 640, height: 480, orientation: 1 });
				return bytes.fill(0x55, 60);
			},
			becomes: { trouble: 'broken' }
		},
		{
			name: 'first-bytes-only.webp',
			type: 'image/webp',
			bytes: () => webp({ width: 640, height: 480, orientation: 1 }).subarray(0, 20),
			becomes: { trouble: 'broken' }
		},
		{
			// what a file of a few bytes may claim: 4,000 million pixels
			name: 'bomb.png',
			type: 'image/png',
			bytes: () => {
				const bytes = png({ width: 8, height: 8, orientation: 1 });
				bytes.writeUInt32BE(65_000, 16);
				bytes.writeUInt32BE(65_000, 20);
				return bytes;
			},
			becomes: { trouble: 'tooBig' }
		},
		{
			name: 'IMG_0042.HEIC',
			type: 'image/heic',
			bytes: () =>
				Buffer.concat([
					Buffer.from([0, 0, 0, 24]),
					text('ftypheic\0\0\0\0mif1heic'),
					Buffer.alloc(5000, 0x2a)
				]),
			becomes: { trouble: 'heic' }
		}
	];
}

const sizes = [
	[800, 600],
	[1600, 1200],
	[1200, 1800],
	[2400, 1600],
	[320, 200],
	[3024, 4032],
	[1000, 1000]
] as const;

/** So many photos, all eight orientations of every kind, the same ones each time; the odd ones come last. */
export function photoSet(count: number, most = 5000): PhotoFile[] {
	const odd = oddities();
	const plain = sizes.filter(([width, height]) => Math.max(width, height) <= most);
	const ordinary = Array.from({ length: count - odd.length }, (_, index) => {
		// large ones are slow to make as anything but JPEG
		const fitting = index % variants.length === 2 || index % variants.length === 3 ? plain.filter(([width]) => width <= 1600) : plain; // prettier-ignore
		const [width, height] = fitting[Math.floor(index / (variants.length * 8)) % fitting.length]!;
		return photo(index, width, height);
	});
	return [...ordinary, ...odd];
}

/** Every kind in every orientation once, small. */
export function eachKindUpright(): PhotoFile[] {
	return Array.from({ length: variants.length * 8 }, (_, index) => photo(index, 320, 200));
}
