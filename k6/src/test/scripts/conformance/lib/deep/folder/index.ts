export const indexed: number = 1;
