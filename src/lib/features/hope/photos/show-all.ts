/**
 * Shows these pictures in the `<img>`s inside a part of the page, one for one, and waits until all of them stand: what is
 * printed must be there.
 * @returns what lets their addresses go
 */
export async function showAll(
	inside: HTMLElement,
	loads: readonly (() => Promise<Blob | undefined>)[]
): Promise<() => void> {
	const images = [...inside.querySelectorAll('img')];
	const addresses: string[] = [];
	for (const [i, load] of loads.entries()) {
		const blob = await load().catch(() => undefined);
		const image = images[i];
		if (!blob || !image) continue;
		image.src = URL.createObjectURL(blob);
		addresses.push(image.src);
		await image.decode().catch(() => undefined);
	}
	return () => addresses.forEach((address) => URL.revokeObjectURL(address));
}
