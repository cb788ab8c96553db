export const records = [];
