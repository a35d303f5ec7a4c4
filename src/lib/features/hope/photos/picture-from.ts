import type { Attachment } from 'svelte/attachments';

/** How far below the screen a picture starts loading, so that it is there when scrolled to. */
const ahead = '600px';

/**
 * Shows a stored picture in an `<img>` once it comes near the screen, and revokes its object URL afterwards.
 * @param load the picture, or undefined when it no longer exists
 */
export function pictureFrom(
	load: () => Promise<Blob | undefined>,
	onGone?: () => void
): Attachment<HTMLImageElement> {
	return (image) => {
		let address: string | undefined;
		let isOver = false;
		const show = async () => {
			const blob = await load().catch(() => undefined);
			if (isOver) return;
			if (!blob) return onGone?.();
			address = URL.createObjectURL(blob);
			image.src = address;
		};
		const near = new IntersectionObserver(
			(seen) => {
				if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
				near.disconnect();
				void show();
			},
			{ rootMargin: ahead }
		);
		near.observe(image);
		return () => {
			isOver = true;
			near.disconnect();
			if (address) URL.revokeObjectURL(address);
			image.removeAttribute('src');
		};
	};
}
