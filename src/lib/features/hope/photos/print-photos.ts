import type { PhotoId } from '$lib/domain/note';
import { printPage } from '$lib/platform/print';

/** Prints the page with the photos of this part in full, including those never scrolled to. */
export async function printPhotos(
	inside: HTMLElement,
	load: (id: PhotoId) => Promise<Blob | undefined>
): Promise<void> {
	const restore: (() => void)[] = [];
	for (const image of inside.querySelectorAll<HTMLImageElement>('img[data-photo]')) {
		const blob = await load(image.dataset.photo!).catch(() => undefined);
		if (!blob) continue;
		const small = image.getAttribute('src');
		const address = URL.createObjectURL(blob);
		image.src = address;
		restore.push(() => {
			if (small) image.src = small;
			else image.removeAttribute('src');
			URL.revokeObjectURL(address);
		});
		await image.decode().catch(() => undefined);
	}
	// some browsers return at once and print later
	const printed = new Promise((resolve) => addEventListener('afterprint', resolve, { once: true }));
	printPage();
	await printed;
	restore.forEach((each) => each());
}
