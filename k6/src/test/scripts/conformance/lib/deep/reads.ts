export const beside: string = open('./beside.txt');
export const above: string = open('./lib/data.csv');
