/** Whether everything on this page is in its memory alone: a visitor session (see `visitor.ts`). */
export const isVisiting = (): boolean => 'visitor' in document.documentElement.dataset;
