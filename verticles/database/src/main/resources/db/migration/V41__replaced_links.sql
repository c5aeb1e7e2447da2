-- How often an order's links were replaced: which generation of them is good. The first has the number 0.
ALTER TABLE orders ADD COLUMN link_generation INT NOT NULL DEFAULT 0;
