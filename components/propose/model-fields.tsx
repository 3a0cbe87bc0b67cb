'use client'

import { useWatch } from 'react-hook-form'
import { CheckField } from './check-field'
import { DuplicateNotice } from './duplicate-notice'
import { SetAsideEvidence } from './field-evidence'
import { FormPart } from './form-part'
import { ColumnFields, Having } from './having'
import { LinkFields } from './link-fields'
import { ListField } from './list-field'
import { usePropose } from './propose-context'
import { SuggestField, TextField } from './text-fields'
import type { Values } from './values'

/** The fields of a model. */
export function ModelFields() {
  const { suggestions } = usePropose()
  return (
    <>
      <FormPart title="The model">
        <ColumnFields column="name"><TextField name="model.name" help="As its authors write it, short." placeholder="BioMistral" /></ColumnFields>
        <DuplicateNotice field="model.name" />
        <ColumnFields column="subfield">
          <SuggestField
            name="model.subfield"
            mark="optional"
            help="What it is for; the list’s own words are suggested."
            suggestions={suggestions.subfield}
            placeholder="Radiology"
          />
        </ColumnFields>
      </FormPart>
      <Having columns={['paper']}><FormPart title="Paper"><ColumnFields column="paper"><Paper /></ColumnFields></FormPart></Having>
      <Having columns={['code']}><FormPart title="Code"><ColumnFields column="code"><Code /></ColumnFields></FormPart></Having>
      <Having columns={['base', 'data']}><FormPart title="What it was built from"><Origins /></FormPart></Having>
    </>
  )
}

function Origins() {
  const { suggestions } = usePropose()
  return (
    <>
      <ColumnFields column="base">
        <ListField
          name="model.base"
          help="The models or architectures it starts from. Enter adds one."
          suggestions={suggestions.base}
          placeholder="LLaMA 2"
        />
      </ColumnFields>
      <ColumnFields column="data">
        <ListField
          name="model.data"
          help="The data it was pre-trained on. Datasets of the catalog are suggested, and will be linked. Enter adds one."
          suggestions={suggestions.data}
          placeholder="MIMIC-III"
        />
        <CheckField
          name="model.starred"
          label="More than three sources"
          help={
            'The authors built the data from more than three sources. The list shows a star (*) after those that you name above, ' +
            'or alone where you name none.'
          }
        />
      </ColumnFields>
    </>
  )
}

function Paper() {
  const none = useWatch<Values, 'model.noPaper'>({ name: 'model.noPaper' })
  return (
    <>
      <CheckField name="model.noPaper" label="No paper yet" affects={['model.paper.label', 'model.paper.url']} />
      {none ? <SetAsideEvidence column="paper" none="model.noPaper" /> : (
        <>
          <TextField
            name="model.paper.label"
            help="The full title, as published."
            placeholder="BioMistral: A Collection of Open-Source Pretrained Large Language Models for Medical Domains"
          />
          <TextField
            name="model.paper.url"
            type="url"
            inputMode="url"
            help="The published version’s address if there is one, or the preprint’s."
            placeholder="https://arxiv.org/abs/2402.10373"
          />
          <DuplicateNotice field="model.paper" />
        </>
      )}
    </>
  )
}

function Code() {
  const none = useWatch<Values, 'model.noCode'>({ name: 'model.noCode' })
  return (
    <>
      <CheckField name="model.noCode" label="No code" affects={['model.code.label', 'model.code.url']} />
      {none ? <SetAsideEvidence column="code" none="model.noCode" /> : (
        <>
          <LinkFields
            url="model.code.url"
            label="model.code.label"
            role="link"
            help="Code, weights, or the official page."
            example="https://github.com/BIDS-Xu-Lab/Me-LLaMA"
          />
          <DuplicateNotice field="model.code" />
        </>
      )}
    </>
  )
}
