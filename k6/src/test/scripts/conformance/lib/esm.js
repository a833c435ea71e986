export default 'default';
export const named = 1;
export { named as again };
