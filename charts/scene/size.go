package scene

// Bytes is about how much memory a scene takes. An outline that clips several
// paths counts for each.
func (s *Scene) Bytes() int {
	const item, path, text = 64, 256, 192
	n := item
	for _, it := range s.Items {
		n += item
		for p := it.Path; p != nil; p = p.Clip {
			n += path + len(p.Verbs) + 16*len(p.Points) + 8*len(p.Dash)
			if p.Gradient != nil {
				n += path + 16*len(p.Gradient.Stops)
			}
		}
		if t := it.Text; t != nil {
			n += text + len(t.Value) + text*len(t.Spans)
			for _, span := range t.Spans {
				n += len(span.Value)
			}
		}
	}
	return n
}
