declare global {
	namespace App {}
	interface Window {
		/** Where `src/boot.js` leaves a plan that came with the address. */
		envolHash?: string;
	}
}
export {};
