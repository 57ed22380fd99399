import { ApiProperty } from '@nestjs/swagger';

export class DemoMailDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty() readonly to: string;
  @ApiProperty() readonly subject: string;
  @ApiProperty() readonly text: string;
}

export class DemoMailsDto {
  @ApiProperty({ type: [DemoMailDto] }) readonly items: readonly DemoMailDto[];
}
