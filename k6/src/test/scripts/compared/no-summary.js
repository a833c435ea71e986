// differs: metric iteration - Spate writes --summary-export all the same
// differs: keys of --summary-export - likewise
// flags: --no-summary
export default function () {
  console.log('ran');
}

export function handleSummary() {
  return { stdout: 'never\n' };
}
