/** A file in base64, as it is sent. */
export const readFile = (file: File): Promise<string> =>
  new Promise((read, failed) => {
    const reader = new FileReader();
    reader.onload = () => read(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => failed(reader.error ?? new Error('the file can’t be read'));
    reader.readAsDataURL(file);
  });
