// The lowest contrast of a chart's text against what lies under its middle: {ratio, text}; ratio 0 without charts.
() => {
  const channels = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((c) => {
      const part = c / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  let lowest = { ratio: 0, text: "" };
  for (const text of document.querySelectorAll("svg text")) {
    const box = text.getBBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let fill = paper;
    for (const shape of text.ownerSVGElement.querySelectorAll("rect")) {
      const isBefore = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      const [left, top] = [shape.x.baseVal.value, shape.y.baseVal.value];
      const isUnder = left <= x && x <= left + shape.width.baseVal.value
        && top <= y && y <= top + shape.height.baseVal.value;
      const own = getComputedStyle(shape).fill;
      if (isBefore && isUnder && own !== "none") fill = own;
    }
    const [a, b] = [luminance(getComputedStyle(text).fill), luminance(fill)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (!lowest.ratio || ratio < lowest.ratio) lowest = { ratio, text: text.textContent };
  }
  return lowest;
}
