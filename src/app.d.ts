declare global {
	namespace App {}
	interface Window {
		/** Where `src/boot.js` leaves a plan that came in the address. */
		envolHash?: string;
	}
}
export {};
