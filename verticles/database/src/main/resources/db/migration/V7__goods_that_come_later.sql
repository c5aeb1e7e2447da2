-- The stockist said that an order's goods come later: from then on, waiting is right. NULL: nobody said so.
ALTER TABLE orders ADD COLUMN goods_awaited_at_ms BIGINT NULL;
