/** Now by the clock of this device, epoch milliseconds: sessions and what happens here go by it. What a space shows goes by `SpaceTime`. */
export const machineNow = (): number => Date.now();
