export const sheetPresetIds = ['first-steps', 'sleep', 'use-less', 'flower', 'blank'] as const;
export type SheetPresetId = (typeof sheetPresetIds)[number];
