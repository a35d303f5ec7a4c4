import { drawCode } from '$lib/platform/qr';

/** Draws the code of the door of this host, and writes its address beside it, for the poster. */
export async function wakePoster(place: HTMLElement): Promise<void> {
	const address = `${location.origin}/`;
	const { size, path } = await drawCode(address);
	const namespace = 'http://www.w3.org/2000/svg';
	const drawn = document.createElementNS(namespace, 'svg');
	drawn.setAttribute('viewBox', `0 0 ${size} ${size}`);
	drawn.setAttribute('aria-hidden', 'true');
	for (const [d, fill] of [
		[`M0 0h${size}v${size}H0z`, '#fff'],
		[path, '#000']
	] as const) {
		const piece = document.createElementNS(namespace, 'path');
		piece.setAttribute('d', d);
		piece.setAttribute('fill', fill);
		drawn.append(piece);
	}
	place.replaceChildren(drawn);
	document.querySelector('#door-address')?.replaceChildren(address);
}
