/** Chromium's offer to add Envol to the home screen. */
export interface InstallOffer {
	/** Shows the browser's own prompt; resolves to the person's answer. */
	accept(): Promise<boolean>;
}

interface BeforeInstallPromptEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let waiting: InstallOffer | undefined;
const listeners = new Set<() => void>();

/** Call once, early: the browser fires its event before any page asks for it. */
export function listenForInstallOffer(): void {
	addEventListener('beforeinstallprompt', (event) => {
		event.preventDefault();
		waiting = {
			accept: async () => {
				const { outcome } = await (event as BeforeInstallPromptEvent).prompt();
				waiting = undefined;
				listeners.forEach((listener) => listener());
				return outcome === 'accepted';
			}
		};
		listeners.forEach((listener) => listener());
	});
}

export function installOffer(): InstallOffer | undefined {
	return waiting;
}

export function onInstallOffer(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function isInstalled(): boolean {
	return (
		matchMedia('(display-mode: standalone)').matches ||
		(navigator as { standalone?: boolean }).standalone === true
	);
}

export function isApplePhone(): boolean {
	return (
		/iPhone|iPad|iPod/.test(navigator.userAgent) ||
		(navigator.userAgent.includes('Mac OS X') && navigator.maxTouchPoints > 1)
	);
}
