import type { Page } from '@playwright/test';

interface Pretending {
	cameras: string[];
}

/** Each picture stays in view for as long as a reader needs on a slow machine. */
const shownForMs = 1000;

/** From the next page on: a camera that sees these pictures one after the other, for ever. */
export async function pretendCamera(page: Page, pictures: readonly Buffer[]): Promise<void> {
	await page.addInitScript(
		([pictures, shownForMs]) => {
			const pretending = window as unknown as Pretending;
			pretending.cameras = [];
			navigator.mediaDevices.enumerateDevices = async () =>
				[{ kind: 'videoinput' }] as unknown as MediaDeviceInfo[];
			navigator.mediaDevices.getUserMedia = async () => {
				const bitmaps = await Promise.all(
					pictures.map((base64) =>
						createImageBitmap(new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))]))
					)
				);
				const canvas = document.createElement('canvas');
				canvas.width = Math.max(...bitmaps.map(({ width }) => width));
				canvas.height = Math.max(...bitmaps.map(({ height }) => height));
				const drawing = canvas.getContext('2d')!;
				const stream = canvas.captureStream(10);
				const begun = performance.now();
				const timer = setInterval(() => {
					const turn = Math.floor((performance.now() - begun) / shownForMs);
					drawing.fillStyle = 'white';
					drawing.fillRect(0, 0, canvas.width, canvas.height);
					drawing.drawImage(bitmaps[turn % bitmaps.length]!, 0, 0);
				}, 50);
				const index = pretending.cameras.push('on') - 1;
				const [track] = stream.getTracks();
				const stop = track!.stop.bind(track);
				track!.stop = () => {
					clearInterval(timer);
					pretending.cameras[index] = 'ended';
					stop();
				};
				return stream;
			};
		},
		[pictures.map((picture) => picture.toString('base64')), shownForMs] as const
	);
}

/** The state of each camera that the page asked for. */
export function camerasOf(page: Page): Promise<string[]> {
	return page.evaluate(() => (window as unknown as Pretending).cameras);
}
