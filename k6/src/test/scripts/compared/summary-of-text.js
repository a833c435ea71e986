// differs: metric iteration - Spate writes --summary-export all the same
// differs: keys of --summary-export - likewise
export default function () {}

export function handleSummary() {
  return 'text';
}
